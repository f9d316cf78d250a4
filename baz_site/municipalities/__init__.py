"""A page for every municipality: what lives there, from the showcase and (later) other apps.

life             what lives in a municipality and around it
overview         all of them, by province
structured_data  what search engines read
embedding        the frame that a municipality puts on its own site
views            the pages
"""
