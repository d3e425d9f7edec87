"""Checks of a whole workspace: generators of Problems over its values. Each rule stands in one module; `whole` runs all.

Nothing is imported here: a build runs two checks, and should not wait for the patterns of the others.
"""
