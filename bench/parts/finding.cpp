// What a record is found by: words, and keys of likely duplicates. And files that records come from.
#include "bench/parts/data.h"
#include "documents/csv/reader.h"
#include "search/index.h"
#include "search/question.h"

namespace rapport::bench {
namespace {

const metadata::Object& contact() { return catalogue()->object("contact"); }

/// Measures one person after the other.
template <class Work>
void each_person(benchmark::State& state, Work work) {
    if (people().empty()) return miss(state, people_file);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(work(people()[next]));
        next = (next + 1) % people().size();
    }
}

void search_terms(benchmark::State& state) {
    each_person(state, [](const Person& person) { return search::terms_of(contact(), person).text(); });
}
BENCHMARK(search_terms);

void search_question(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(search::lookup(search::read_question("sørensen o'neil +49 40 123456"), {.longest_beginning = 5}));
}
BENCHMARK(search_question);

void duplicate_profile(benchmark::State& state) {
    each_person(state, [](const Person& person) { return matching::profile_of(contact(), person); });
}
BENCHMARK(duplicate_profile);

void duplicate_keys(benchmark::State& state) {
    each_person(state, [](const Person& person) { return matching::keys_of(matching::profile_of(contact(), person)); });
}
BENCHMARK(duplicate_keys);

/// One with the next in the file, who is often the same.
void duplicate_score(benchmark::State& state) {
    std::vector<matching::Profile> profiles;
    for (const Person& person : people()) profiles.push_back(matching::profile_of(contact(), person));
    if (profiles.empty()) return miss(state, people_file);
    std::size_t next = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(matching::score(profiles[next], profiles[(next + 1) % profiles.size()]));
        next = (next + 1) % profiles.size();
    }
}
BENCHMARK(duplicate_score);

void read_csv(benchmark::State& state) {
    constexpr std::string_view name = "crm-sales/sales_pipeline.csv";
    const std::string file = shared_file(name);
    if (file.empty()) return miss(state, name);
    std::int64_t rows = 0;
    for (auto _ : state) {
        documents::csv::Reader reader(documents::bytes_of(file));
        for (documents::csv::Row row; reader.next(row); ++rows) benchmark::DoNotOptimize(row.cells.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(file.size()));
    state.SetItemsProcessed(rows);
}
BENCHMARK(read_csv);

}  // namespace
}  // namespace rapport::bench
