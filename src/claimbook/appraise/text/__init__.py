"""The words of a record: sentences, roles, headings, numbers and the tables that everything else looks words up in."""
