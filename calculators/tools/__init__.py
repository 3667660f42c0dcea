"""One module per calculator; the file name is its id with underscores.

Inputs that several calculators share stand in modules whose name begins with an underscore. A second
site's calculators are found before these; see `calculators.content`.
"""

from calculators import content

if (_OWN := str(content.folder("tools"))) not in __path__:
    __path__.insert(0, _OWN)
