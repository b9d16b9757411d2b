"""Ids are digests of content, so the same words give the same id tomorrow.

digest("a", "b") -> "d7dd…" (16 hex digits)
"""

from hashlib import blake2b
from typing import NewType

AccountId = NewType("AccountId", str)


def digest(*parts: str) -> str:
    """Sixteen hex digits that depend on every part and on where one part ends and the next begins."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
