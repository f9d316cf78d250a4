"""Finding what is published.

words      from text to the keys it is found by: plain letters, stems, what the stemmer misses
postings   keeping the bitmaps: which initiatives hold a word or a value of a facet
typos      forgiving typing errors
index      reading the bitmaps, kept in each process for as long as nothing changes
lookup     reading the bitmaps of words, in a fixed number of questions
text       what a typed text matches, best first
shelf      a few texts in memory, found by the same rules: what is on the site besides initiatives
query      what somebody asks, read from an address
results    what is found: a page of it, in order, with the counts of every facet
"""
