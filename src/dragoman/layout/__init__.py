"""Layout: what of a text is title, heading, paragraph, note or furniture, judged by shape and position.

    passages_of(text, blocks_in(text)) -> (Passage(title), Passage(paragraph), …)

A room that every reader uses: a reader turns bytes into text and blocks, the layout says what each block is there for.
"""
