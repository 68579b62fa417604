"""Rows for studies of animals, of cells and of specimens.

Sources: "dev" errors read on the development half of ``study_design``, "invented" texts that were made up to try
this.
"""

from claimbook.appraise.design.rule import DesignRule
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.model.appraisal import Kind

_ANIMAL_STEMS = (
    " rat|mice|mouse|murine|rabbit| dog|canine|pig|swine|porcine|sheep|ovine|lamb|goat|cattle|bovine|cow|calves|heifer|"
    "steer|horse|equine|cats| cat |feline|hamster|gerbil|monkey|macaque|primate|chick|broiler|"
    " hen|zebrafish| fish|drosophila|"
    "ferret|rodent|beagle|mares|foals|gelding|thoroughbred| ewes|bullock|gilts| sows|puppies|kitten|baboon|marmoset|"
    "cynomolgus|rhesus|holstein| pups| animals|wistar|sprague|balb|c57bl|new zealand"
)
_ANIMALS = (
    r"rats?|mice|mouse|murine|rabbits?|dogs?|canine|pigs?|piglets?|swine|porcine|sheep|ovine|lambs?|goats?|cattle|"
    r"bovine|cows?|calves|heifers?|steers?|horses?|equine|cats?|feline|hamsters?|guinea[- ]pigs?|gerbils?|monkeys?|"
    r"macaques?|primates|chickens?|chicks?|broilers?|hens|zebrafish|fish|drosophila|ferrets?|rodents?|"
    r"beagles?|mares|foals|geldings|thoroughbreds|ewes|bullocks|gilts|sows|puppies|kittens|baboons?|marmosets?|"
    r"cynomolgus|rhesus|holsteins?|pups"
)

_NO_ANIMAL = (
    r"(?![- ](?:bites?|bitten|scratch\w*|owners?|allerg\w*|"
    r"o?estrogens?|oils?|milk|insulin|surfactants?|monoclonal|antibod\w+|valves?|collagen)\b)"
)
"""Behind the name of an animal: people were bitten by it, live with it, or are given something made from it."""
NAMES_OF_ANIMALS = folded_pattern(rf"\b(?:{_ANIMALS})\b{_NO_ANIMAL}")

ANIMALS = (
    DesignRule(
        "animal-title",
        Kind.ANIMAL,
        "title",
        _ANIMAL_STEMS,
        (
            rf"\b(?:in|of|on|by|for|the|from|rat|mouse)\b(?: (?!with )\S+){{0,4}} (?:{_ANIMALS})\b{_NO_ANIMAL}"
            r"|\b(?:rats?|mice|"
            rf"murine|dogs|rabbits?|pigs|sheep|calves|cattle|broilers?|horses) |^\W*mouse (?!bites?|models? of)"
        ),
        0.85,
        "dev",
    ),
    DesignRule(
        "animal-text",
        Kind.ANIMAL,
        "own",
        _ANIMAL_STEMS,
        (
            rf"\b(?:wistar|sprague[- ]dawley|balb/?c|c57bl\S*|knock-?out mice|transgenic mice|nude mice|"
            rf"new zealand white)\b|\b(?:male|female|adult|pregnant|anesthetized|anaesthetized|"
            rf"\d+) (?:\w+ )?(?:{_ANIMALS})\b{_NO_ANIMAL}|\b(?:rats|mice|rabbits|dogs|pigs|piglets|sheep|calves|cows|"
            rf"horses|cats|hamsters|beagles|"
            r"sows|ewes|mares|foals|lambs|monkeys) (?:that |which )?(?:were|was|received|fed|treated|with|had)\b|"
            r"\banimals (?:were|received)\b|"
            r"\bin an? (?:[\w-]+ )?(?:dog|canine|rat|mouse|murine|rabbit|pig|porcine|swine|sheep|ovine|monkey) model\b|"
            r"\b(?:seen|observed|obtained|tested|studied|found|measured|examined|evaluated|effects?|activity|injected) "
            r"(?:\w+ )?in (?:[\w-]+ )?(?:mice|rats|rabbits|dogs|cats|guinea[- ]pigs|hamsters|monkeys|pigs)\b"
        ),
        0.8,
        "dev",
    ),
)
"""Before the trials: animals are randomised, too."""

SPECIMENS = (
    DesignRule(
        "specimens",
        Kind.IN_VITRO,
        "stated",
        "extracted|cadaver",
        (
            r"\bextracted (?:[\w-]+ ){0,4}(?:teeth|molars|premolars|incisors)\b|"
            r"^(?=.*\brandom)(?!.*\btrial\b).*(?:"
            r"\b(?:frozen|paired|human|embalmed|pairs of) (?:\w+ )?cadaver\w*\b(?! (?:donor|kidney|renal|liver|skin))|"
            r"\bcadaver(?:s|ic)? (?:knees?|humer\w+|femora|femurs?|shoulders?|spines?|specimens?|limbs?|hips?|feet|"
            r"ankles?|wrists?|hands?|elbows?|legs?|eyes|tibia\w*|bones?)\b)"
        ),
        0.8,
        "invented",
    ),
)
"""They are randomised, too, but hardly anybody calls that a trial."""

CELLS = (
    DesignRule(
        "vitro-title",
        Kind.IN_VITRO,
        "title",
        "vitro|vivo|cell line|cultured|cadaver|cells|fibroblasts|explants|macrophages|keratinocytes|hepatocytes|"
        "osteoblasts|chondrocytes",
        (
            r"\bin[- ]vitro\b|\bex[- ]vivo\b|\bcell lines?\b|\bcultured\b|\bcadaver\w*|"
            r"\b(?:in|of|from|by) (?:[\w-]+ ){0,4}(?:(?:endothelial|epithelial|stem|stromal|muscle|cancer|carcinoma|"
            r"hela|"
            r"leuka?emia|tumou?r|glioma|stellate|dendritic|mast) cells|fibroblasts|explants|macrophages|keratinocytes|"
            r"hepatocytes|osteoblasts|chondrocytes)\W*$"
        ),
        0.75,
        "dev",
    ),
    DesignRule(
        "vitro-text",
        Kind.IN_VITRO,
        "methods",
        "vitro|cells|cell line|fibroblasts|explants|macrophages|monocytes|keratinocytes|hepatocytes|osteoblasts|"
        "chondrocytes|neutrophils|lymphocytes",
        (
            r"\b(?:cultured|incubated|maintained|grown|exposed)(?: \w+){0,3} in vitro\b|"
            r"\bin vitro (?:study|experiments?|model|assays?)\b|"
            r"\b(?:cells|cell lines?|fibroblasts|explants|macrophages|monocytes|keratinocytes|hepatocytes|osteoblasts|"
            r"chondrocytes|neutrophils|lymphocytes)"
            r"(?: \w+){0,4} were (?:cultured|incubated|treated|exposed|transfected|stimulated|seeded)\b|"
            r"\b(?:cells|fibroblasts|explants|macrophages|keratinocytes|hepatocytes|osteoblasts|"
            r"chondrocytes)\b[^.;]{0,80}\b"
            r"(?:cultured|passaged|transfected|stimulated) (?:for|with|in|twice|at)\b"
        ),
        0.7,
        "dev",
    ),
)
