"""All knowledge of Word files (OOXML, ECMA-376) lives in this room.

`writer.write_word` makes a file from a draft, `reference.build_reference` makes our own
style file, `package` opens and closes the zip, `texts.read_texts` reads paragraphs back,
`reading` reads what other people made of a file: both texts, changes, comments.
"""
