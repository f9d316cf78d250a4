"""One search over the whole site, at /zoeken/.

sources    what can be found besides initiatives: THIS IS THE PLACE TO ADD a kind of pages
answering  what a text finds: municipalities, then groups, what matches best first
views      the page
"""
