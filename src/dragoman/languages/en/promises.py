"""English words of promises: what is promised, on what condition, and whether it was kept.

"to supply Turkey with arms" -> ARMS        "failed to deliver" -> BROKEN
"""

# What is promised, the first that is found; stems, so that "weapons" and "weaponry" are one.
KINDS = {
    "mediation": ("mediat", "good offices", "arbitrat"),
    "opening of routes": ("open channels", "open communication", "open the", "transit", "passage of", "free passage", "route"),
    "arms": ("arms", "weapon", "ammunition", "munition", "rifles", "cannon", "guns", "warship", "aircraft"),
    "troops": ("troops", "military aid", "military assistance", "military support", "soldiers", "armed support", "squadron"),
    "guarantee": ("guarant", "protect", "defend", "integrity", "inviolab"),
    "neutrality": ("neutral", "not to attack", "non-aggression", "nonaggression", "abstain"),
    "money": ("roubles", "rubles", "gold", "loan", "subsid", "money", "francs", "dollars", "pounds", "financ", "credit",
              "indemnit", "repar"),
    "aid": ("aid", "assist", "help", "support", "relief", "food"),
    "territory": ("territor", "cede", "cession", "province", "frontier", "boundar", "border", "island"),
    "trade": ("trade", "commerc", "tariff", "favoured nation", "favored nation", "customs"),
    "alliance": ("alliance", "ally", "allies", "make war", "join the war"),
}  # fmt: skip
CONDITION = ("on condition", "provided that", "provided", "in return for", "in exchange for", "if ", "unless", "so long as",
             "as long as", "subject to", "in case", "in the event")  # fmt: skip
KEPT = ("kept its promise", "kept his promise", "kept their promise", "kept its word", "honoured", "honored", "fulfilled",
        "delivered", "was paid", "were paid", "had paid", "carried out its", "made good")  # fmt: skip
BROKEN = ("broke its promise", "broke his promise", "broke its word", "broken its", "failed to", "did not keep",
          "never delivered", "never paid", "never sent", "did not send", "did not pay", "did not deliver", "not fulfilled",
          "unfulfilled", "went back on", "betrayed", "dishonoured", "violated", "in breach", "did not honour")  # fmt: skip
