# Recipes for people; what they do stands in .ci/, where CI does the same.

# List the recipes.
default:
    @just --list

# All that has to hold on every commit; the first run installs its tools.
check: (ci "tools" "fmt" "clippy" "library" "schema" "deny" "spelling" "scripts" "test" "tools_test" "doc")

# Steps of CI by name; all of them without one.
ci *steps:
    bash .ci/run {{ steps }}

# Run the tests, or those that `filter` names.
test *filter:
    cargo test {{ filter }}

# Draw other cases for the property tests, and more of them than CI does.
properties cases="10000":
    PROPTEST_RNG_SEED=$RANDOM PROPTEST_CASES={{ cases }} cargo test --lib

# Run copydesk: `just run serve`, `just run detect article.txt`.
run *arguments:
    cargo run --quiet -- {{ arguments }}

# Measure times, of all or of those that `filter` names, such as `keyword/yake/eng`.
bench *filter:
    cargo bench --bench language --bench stemming --bench keywords --bench similarity --bench analysis -- {{ filter }}

# Measure what a call costs the server, beside an echo.
bench-calls:
    cargo bench --bench calls

# Race the steps that most analyses share against what one would write at first.
bench-races *folder:
    cargo bench --bench races -- {{ folder }}

# Measure how time grows with texts of one character or word, of one analysis or of all.
bench-linear *analysis:
    cargo bench --bench linear -- {{ analysis }}

# Compare instruction counts with the revision that the work stands on.
gate:
    .ci/tools valgrind gungraun
    .ci/gate

# Fuzz a target of fuzz/ for so many seconds; `all` stands for each of them.
fuzz target seconds="60":
    .ci/fuzz {{ target }} {{ seconds }}

# Format the code.
fmt:
    cargo fmt --all
    cargo fmt --manifest-path fuzz/Cargo.toml
    cargo fmt --manifest-path benches/peer/keywords/Cargo.toml
    cargo fmt --manifest-path benches/peer/languages/Cargo.toml

# Build the documentation and open it.
doc:
    cargo doc --workspace --no-deps --open

# Rebuild a table or model of data/: `just data --help` tells which.
data *arguments:
    cargo run --release --package copydesk-tools -- {{ arguments }}
