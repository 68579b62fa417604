"""Laboratory work that calls itself nothing: many words of the bench, and nobody who was counted. Pure.

Half of the studies of cells, genes and molecules never say "in vitro". What they all have is their vocabulary, and no
people in numbers. Which words those are is our choice, begun with the words that tell the records of ``study_design``
(may train) that are indexed under cell lines or animals from those of people.
"""

from collections.abc import Sequence

from claimbook.appraise.design.beings import NAMES_OF_ANIMALS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Kind, Read

BENCH = words(
    """
    actin adherens adipocytes allosteric anaphase apoptosis apoptotic arabidopsis assay assays astrocytes autophagy
    axonal axons bacteria bacterial bacteriophage binds biosynthesis blot blotting caspase caspases catalytic
    catalyzed centromere centromeres centromeric cerevisiae chaperone chaperones chemokine chemokines chromatin
    chromatography chromosome chromosomes circrna cloned cloning coimmunoprecipitation coli conformational crispr
    crystallography cultured cytokinesis cytometry cytoplasm cytoplasmic cytoskeletal cytoskeleton cytosolic
    cytotoxicity dephosphorylation dimer dimerization dimers domains downregulated downregulates downregulation
    drosophila effector electrophoresis elegans embryonic embryos endocytosis endoplasmic endosomal enzymatic enzyme
    enzymes epigenetic eukaryotic exon exons exosomal exosome exosomes extracellular fibroblasts fluorescence gaba
    gastrulation genome genomes genomic glutamate gtpase hela hematopoietic hepatocytes heterochromatin hippocampal
    histone histones homolog homologous homologs immunoblot immunoblotting immunofluorescence immunoprecipitation
    immunostaining incubated integrin integrins interneurons intracellular intron intronic ipscs isoenzyme
    isoenzymes isoform isoforms keratinocyte keratinocytes kinase kinases kinetochore kinetochores knockdown
    knockout lamin lentiviral ligand ligands ligation lncrna lncrnas luciferase lymphoid lysosomal macrophages
    meiosis meiotic melanogaster membrane membranes microarray microglia microtubule microtubules mirna mitochondria
    mitochondrial mitosis mitotic monocyte monomer morphogen morphogenesis motif motifs mrna mrnas mutagenesis
    mutant mutants myoblasts neurites neuronal neurons nmda notch nucleosome nucleosomes nucleotide nucleotides
    oligomeric oncogenic oocyte oocytes organelle organelles ortholog orthologs osteoblasts osteoclasts
    overexpressed overexpressing overexpression paralogs peptide peptides phenotype phenotypes phosphatase
    phosphorylated phosphorylates phosphorylation plasmid plasmids pluripotent polarization polymerase progenitor
    progenitors prokaryotic proliferation promoter promoters proteasomal proteasome protein proteins proteolysis
    proteome proteomic purified pyramidal recombinant residue residues ribosomal ribosome ribosomes rna rnas
    saccharomyces secretory shrna signaling signalling silencing sirna spectra spectrometry spectroscopy spindle
    splenocytes strains substrate substrates subunit subunits synapse synaptic telomerase telomere telomeres
    thymocytes trafficking transcript transcription transcriptional transcriptome transcripts transfected
    transfection transgenic translocation tumorigenesis tumorigenic ubiquitin upregulated upregulates upregulation
    vesicles vitro vivo wnt xenograft xenografts yeast zebrafish zygotic
    """
)
_COUNTED = folded_pattern(
    r"(?:\b\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)) (?:[\w-]+ ){0,4}?"
    r"(?:patients?|cases|controls|subjects|volunteers|participants|donors|women|men|children|infants|adults|"
    r"individuals|people|persons|boys|girls|mothers|tumou?rs|specimens)\b|"
    r"\bpatients (?:who|with|were|underwent|received)\b|\bn ?= ?\d"
)
"""People, or what was taken from them, in numbers."""
_DONE_HERE = folded_pattern(r"\b(?:we|our|was|were|here|herein|th[ei]se? (?:results|data|findings|study|work))\b")
"""What was done; a review of mechanisms speaks in the present and of what has been found."""
_FEWEST, _FEWEST_BELOW_TITLE, _MANY = 4, 3, 8
"""Different words of the bench that a text has at least, also where its title has one; and from which on hardly
anything else is meant."""
_LIKELY, _HARDLY_ELSE = 0.65, 0.8
_FEWEST_OF_ANIMALS = 2


def kind_of_bench(text: Text) -> Read[Kind]:
    """Cells and molecules, or animals where two sentences or the title name one; missing where people are counted."""
    told = text.sentences
    said = frozenset().union(*(one.words & BENCH for one in told))
    titled = any(not BENCH.isdisjoint(one.words) for one in text.in_roles(Role.TITLE))
    if len(said) < (_FEWEST_BELOW_TITLE if titled else _FEWEST):
        return Read.missing("design.no-sign")
    if any(_COUNTED.search(one.folded) for one in told) or not any(_DONE_HERE.search(one.folded) for one in told):
        return Read.missing("design.no-sign")
    confidence = _HARDLY_ELSE if len(said) >= _MANY else _LIKELY
    of_animals = [one for one in told if NAMES_OF_ANIMALS.search(one.folded)]
    if len(of_animals) >= _FEWEST_OF_ANIMALS or (of_animals and of_animals[0].role is Role.TITLE):
        return Read(Kind.ANIMAL, "inferred", confidence, (of_animals[0].span,), rule="design.bench-of-animals")
    return Read(Kind.IN_VITRO, "inferred", confidence, (_fullest(told).span,), rule="design.bench")


def _fullest(sentences: Sequence[Sentence]) -> Sentence:
    """The first sentence with the most words of the bench."""
    return max(sentences, key=lambda one: len(one.words & BENCH))
