"""Reviewed drafts come home. Pure: what was issued, the YAML today, reviewers' files → edits and conflicts.

`mapping` finds the text of each address in a reviewer's file, `merge` brings the edits of all
reviewers and of the secretariat together, `homes` knows where an address lives in YAML,
`themes` follows and keeps apart titles of themes. `outcome` has the values.
"""
