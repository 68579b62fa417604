"""What claimbook says to readers: messages in English with their values, and how another language says them.

Rules and reports write ``said("{n} of {all} studies agree", n=3, all=4)``. The result is the English text, so every
layer can keep, compare and print it; only where a page or a figure is made is it said in the language of the article.
The English text is the key of the catalogue; the catalogue of each other language is one file beside this one.
"""
