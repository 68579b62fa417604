"""What people receive: notebooks run with strict parameters, and pages made from them."""
