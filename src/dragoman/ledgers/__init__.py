"""Ledgers: what the accounts say of one matter, entry by entry, each with its quote and who says so.

    positions_of(said, labels, "Soviet Russia")   what a party demanded, offered, refused, accepted, and how it moved
    conferences_of(said, labels, events)          who met, what each side wanted, what came out
    promises_of(said, labels, states)             who owes whom what, under which instrument, kept or not
    rests_on(start, topic_of)                     what an instrument rests on, and what that rests on

Nothing here is a finding: an entry is what an account says, put where a reader looks for it.
"""

from dragoman.ledgers.ancestry import Link, carries, rests_on
from dragoman.ledgers.conferences import Conference, conferences_of
from dragoman.ledgers.positions import Move, Position, moves_of, positions_of
from dragoman.ledgers.promises import Promise, promises_of
from dragoman.ledgers.silences import Silence, silences_of

__all__ = [
    "Conference",
    "Link",
    "Move",
    "Position",
    "Promise",
    "Silence",
    "carries",
    "conferences_of",
    "moves_of",
    "positions_of",
    "promises_of",
    "rests_on",
    "silences_of",
]
