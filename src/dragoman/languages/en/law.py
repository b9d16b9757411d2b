"""English words by which an account tells what treaty law asks about: force, lost office, changed circumstances.

"at the point of the bayonet" -> BY_FORCE        "the fallen government" -> OUT_OF_OFFICE
"""

BY_FORCE = ("imposed by force", "by force of arms", "under threat", "threat of war", "threat of force", "under duress", "ultimatum",
            "point of the bayonet", "at gunpoint", "dictated", "was forced to sign", "were forced to sign", "forced to accept",
            "compelled to sign", "compelled to accept", "coerced", "under compulsion", "imposed on", "imposed upon")  # fmt: skip
OUT_OF_OFFICE = ("fallen government", "had lost power", "had already fallen", "no longer in office", "no longer in power",
                 "had already resigned", "overthrown government", "deposed government", "ousted government", "government in exile",
                 "out of office", "without authority", "no longer represented", "had ceased to exist",
                 "without full powers", "no powers to sign")  # fmt: skip
CHANGED = ("rebus sic stantibus", "changed circumstances", "change of circumstances", "new political situation", "situation had changed",
           "situation changed", "circumstances had changed", "new circumstances")  # fmt: skip
