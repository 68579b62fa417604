"""An examination: invented abstracts with the codes of a careful person, written before anybody saw how they are read.

``python -m tests.appraise.examination [--errors FIELD]`` prints how they are read, field by field: ordinary trials,
everything that is none, results with their directions; then a second round, mostly of what is no ordinary trial;
abstracts that are held against claims; and sentences of articles.
"""
