"""Training: how the learned reader is made again, from a corpus and from what a person judged.

gathered([Path("my-dossier")], Path("judged"))      the person's judgements as a folder in the layout of the corpus
make(Plan((Path("corpus"), Path("judged")), encoder), out, work)      weights, in a folder that a dossier can name

Only `gathering` is needed to look at one's judgements. The modules `networks`, `batches`, `losses`, `rounds`,
`exporting` and `making` import torch, which the program itself never does; `requirements` says whether it is there.
"""
