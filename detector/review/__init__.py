"""The parts of the review page; `app.py` composes them."""
