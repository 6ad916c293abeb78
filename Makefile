# Hai lệnh chính: make demo, make test. Mọi bước chuẩn bị nằm trong deploy/bootstrap.py.
PYTHON ?= python3
BOOTSTRAP = @$(PYTHON) deploy/bootstrap.py
BIN = .venv/bin
ROOMS = lucba reception complaints reports

help: ## Liệt kê các lệnh
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 9

setup: ## Chuẩn bị máy: thư viện, .venv, giao diện
	$(BOOTSTRAP) setup

demo: ## Chạy bản trình diễn với UBND xã Lục Ba (PORT=8000)
	$(BOOTSTRAP) demo

run: ## Chạy hệ thống thật theo biến môi trường (DATABASE_URL, REDIS_URL, PORT…)
	$(BOOTSTRAP) run

test: ## Chạy toàn bộ kiểm thử trên SQLite, rồi trên PostgreSQL và Valkey
	$(BOOTSTRAP) dev
	@$(BIN)/python -m pytest --on=sqlite $(ARGS); first=$$?; \
	$(BIN)/python -m pytest --on=postgres $(ARGS) && exit $$first

check: ## Kiểm tra mã: ruff, mypy, import-linter, djLint, migrations, check --deploy
	$(BOOTSTRAP) dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(ROOMS)
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --check
	$(BIN)/python deploy/check.py

lock: ## Khóa lại phiên bản các gói sau khi sửa deploy/requirements/*.in
	$(BOOTSTRAP) dev
	@cd deploy/requirements && for set in runtime dev node; do \
	  ../../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links $$set.in -o $$set.txt || exit 1; done

.PHONY: help setup demo run test check lock
