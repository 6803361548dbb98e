"""Checks descriptions of public services, in JSON-LD, against the SHACL shapes of CPSV-AP.

Usage: public-services.py SHAPES FOLDER. Prints what breaks a shape; ends with 1 when something does, or when there is nothing to check.
"""

import sys
from pathlib import Path

from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import RDF, URIRef

SERVICE = URIRef("http://purl.org/vocab/cpsv#PublicService")


def main() -> int:
    shapes = Graph().parse(sys.argv[1], format="turtle")
    documents = sorted(Path(sys.argv[2]).glob("*.jsonld"))
    wrong = 0
    for document in documents:
        described = Graph().parse(document, format="json-ld")
        services = len(set(described.subjects(RDF.type, SERVICE)))
        conforms, _, said = validate(described, shacl_graph=shapes, advanced=True)
        if not conforms or services != 1:
            wrong += 1
            print(f"{document.name}: {services} public services\n{said}")
    print(f"public services: {len(documents)} descriptions, {wrong} break a shape")
    return 1 if wrong or not documents else 0


sys.exit(main())
