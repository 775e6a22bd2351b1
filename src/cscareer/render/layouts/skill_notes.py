"""Notes below whatever shows skills, the same everywhere; apart from the words of evidence, which load its models."""

PAYS_MORE = "Pays more: a source says that employers pay for it; `cscareer skill NAME` says which."
JUDGEMENT = "What a role wants, levels and steps are our own judgement."
NEARLY = "Nearly found: the name seems misspelt; --accept-near counts it."
MAYBE = "May show: it points at the skill and doesn't count; say --have SKILL if you have it."
ASSUMED = "A skill with no level stated counts as working."
ASSUMED_AND_JUDGED = "No level stated counts as working; what a role wants is our own judgement."
