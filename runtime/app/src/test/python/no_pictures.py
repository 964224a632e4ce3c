"""Asks a server that has none for images, and prints what it is told.

    python3 no_pictures.py FOLDER_OF_CLIENT PORT
"""

import sys


def main():
    sys.path.insert(0, sys.argv[1])
    from tandem_env import TandemEnv, TandemError

    try:
        TandemEnv(port=int(sys.argv[2]), images=True)
    except TandemError as error:
        print(error.code, error)


main()
