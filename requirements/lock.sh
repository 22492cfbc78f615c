#!/bin/sh
# Renews the lock files. Usage: sh requirements/lock.sh path/to/uv
set -eu
cd "$(dirname "$0")/.."
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
        --custom-compile-command "make lock" pyproject.toml requirements/install.in "$@"
}
uv=$1
compile --output-file requirements/run.lock
compile --extra dev --constraints requirements/run.lock --output-file requirements/dev.lock
compile --extra bench --constraints requirements/run.lock --output-file requirements/bench.lock
compile --extra train --constraints requirements/run.lock --excludes requirements/train.excludes \
    --output-file requirements/train.lock
