"""What kind of study a record tells of, and what PubMed says of the record itself."""
