# Generated from spec/ by `npm run generate`. Do not edit.

"""What is printed from the document of the API."""
