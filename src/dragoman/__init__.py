"""dragoman reads accounts of diplomatic history and shows what each asserts, and where they disagree."""
