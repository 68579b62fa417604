"""What things are: claims, studies, findings, judgements. Frozen and validated; no files, no rules."""
