# make demo   a whole text study with embedded models, from nothing, without a key
# make demo-documents   the same for a study of documents: drawn pages, OCR, simulations
# make demo-images   the same for a study of pictures: small networks draw and look at scenes
# make demo-clarity  a small factorial of trainings: does a sharpening loss make pictures clearer?
# make test   every test, from nothing
# make check  format, lint, types, import layers, docs
# make bench  the benchmarks; results go to benchmarks/LOG.md by hand

PYTHON ?= python3
PIP = -m pip --disable-pip-version-check --quiet install
export OMP_NUM_THREADS = 1
export PIP_NO_INPUT = 1

.PHONY: demo demo-documents demo-images demo-clarity test test-torch test-vision test-browser check format docs bench clean

# The demo has an environment of its own with the default install alone: it shows that this is enough.
.venv-demo/ready: pyproject.toml
	$(PYTHON) -m venv .venv-demo
	rm -rf build
	.venv-demo/bin/python $(PIP) .
	touch $@

.venv-demo-documents/ready: pyproject.toml
	$(PYTHON) -m venv .venv-demo-documents
	rm -rf build
	.venv-demo-documents/bin/python $(PIP) ".[documents,ocr]"
	touch $@

.venv-demo-images/ready: pyproject.toml
	$(PYTHON) -m venv .venv-demo-images
	rm -rf build
	.venv-demo-images/bin/python $(PIP) ".[scenes]"
	touch $@

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	.venv/bin/python $(PIP) -c constraints.txt -e ".[dev]"
	touch $@

# Torch is pinned: other releases bring several gigabytes of CUDA packages.
.venv-torch/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-torch
	.venv-torch/bin/python $(PIP) -c constraints.txt "torch==2.13.0" pytest \
		-e ".[diffusers,scenes,train,transformers]"
	touch $@

# The processors of Qwen-VL need torchvision, and where it is installed others stop working without it: hence two.
# TextGrad stands here too, since it changes what other packages do when they are imported.
.venv-vision/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv-vision
	.venv-vision/bin/python $(PIP) -c constraints.txt "torch==2.13.0" "torchvision==0.28.0" \
		"transformers>=4.50" lpips piq torch-fidelity torchmetrics pytest -e ".[documents,textgrad]"
	touch $@

demo: .venv-demo/ready
	@rm -rf build
	@.venv-demo/bin/python $(PIP) --no-deps --force-reinstall .
	@.venv-demo/bin/python examples/demo.py

demo-documents: .venv-demo-documents/ready
	@rm -rf build
	@.venv-demo-documents/bin/python $(PIP) --no-deps --force-reinstall .
	@.venv-demo-documents/bin/python examples/demo_documents.py

demo-images: .venv-demo-images/ready
	@rm -rf build
	@.venv-demo-images/bin/python $(PIP) --no-deps --force-reinstall .
	@.venv-demo-images/bin/python examples/demo_images.py

# Torch is large, so this demo shares the environment of the tests that need it.
demo-clarity: .venv-torch/ready
	@.venv-torch/bin/python examples/demo_clarity.py

# Two at a time, a file on one of them: files are the unit that shares what is dear to set up.
test: .venv/ready test-torch test-vision
	.venv/bin/python -m pytest -n 2 --dist loadfile

test-torch: .venv-torch/ready
	HF_HUB_OFFLINE=1 .venv-torch/bin/python -m pytest \
		tests/models/test_transformers_chat.py tests/models/test_transformers_vision.py \
		tests/models/test_diffusers_generator.py tests/models/test_clip_embedder.py \
		tests/models/test_picture_loop_tiny.py tests/training

test-vision: .venv-vision/ready
	HF_HUB_OFFLINE=1 .venv-vision/bin/python -m pytest tests/vision tests/search/test_outside_optimisers.py

check: .venv/ready
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python -m pytest -q tests/docs

format: .venv/ready
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

docs: .venv/ready
	.venv/bin/python docs/build_cli.py

bench: .venv/ready
	for script in calls_overhead cached_rerun in_flight memory startup document_memory; do \
		.venv/bin/python benchmarks/$$script.py || exit 1; done

clean:
	rm -rf .venv .venv-demo .venv-demo-documents .venv-demo-images .venv-torch .venv-vision \
		demo demo-documents demo-images demo-clarity build dist
