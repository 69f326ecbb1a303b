"""The product's settings in a throw-away data directory, whatever the machine's environment and `.env` say."""

import os
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="jobtracker-tests-")
os.environ["DATABASE_URL"] = ""
os.environ["BROKER_URL"] = "none"
os.environ["LIVE_API_KEY"] = os.environ.get("ANTHROPIC_API_KEY", "")  # for the one test that is asked for by name
os.environ["ANTHROPIC_API_KEY"] = os.environ["ANTHROPIC_BASE_URL"] = os.environ["CLOUD_MODEL"] = ""
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost"

from jobtracker.settings import *  # noqa: F403 - the environment has to be set first
