"""Pictures of a dossier, drawn here as SVG: lineage, timeline and map. They need no script and no library to be seen.

    lineage_of(shelves, day).boxes          timeline_of(shelves, view).lanes          map_of(shelves, view).places

Each is laid out in Python as plain values (tested without a browser) and written by a template in pages/.
"""
