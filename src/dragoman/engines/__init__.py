"""Engines: ways to map work over many items. The only verb is `map(work, items)`; the order of the items is kept.

ENGINES["local"](testimony_of, paths)
"""

from dragoman.engines import local

ENGINES = {
    "local": local.map,
}
