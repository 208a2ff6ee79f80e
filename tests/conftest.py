"""Every test runs without a screen and in folders of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
