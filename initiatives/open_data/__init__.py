"""All that is public about initiatives, for others to build on.

fields    what is told of each initiative: one list for the files, their schema and the page
reading   what is published, in pieces: however many there are, memory stays small
writing   the files, as JSON and as CSV
schema    what the JSON looks like, as a JSON Schema
"""
