"""`python -m drafting`."""

from drafting.cli import start

if __name__ == "__main__":
    start()
