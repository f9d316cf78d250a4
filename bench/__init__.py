"""How fast the site is: `make bench`. What is measured and why: docs/performance.md.

language   Dutch about neighbourhood life, by Zipf's law
generate   a database full of published initiatives
visits     which addresses a reader asks for
settings, urls, limits   the site as in production, with the two limits beside it
server     starts it, and reads what it costs
load       the load client, a process of its own
report     the table, and for each bound: reached or not
run        all of it, in turn
"""
