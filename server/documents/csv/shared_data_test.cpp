// Other people's files: what they mean is known, and nobody here wrote them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "documents/csv/reader.h"
#include "documents/csv/writer.h"

namespace rapport::documents::csv {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using Rows = std::vector<std::vector<std::string>>;

class SharedData : public testing::Test {
protected:
    const fs::path folder = fs::path(RAPPORT_SOURCE_DIR) / "../shared/data";

    void SetUp() override {
        if (!fs::exists(folder)) GTEST_SKIP() << "shared data set missing: " << folder;
    }

    std::string contents(const std::string& name) const {
        std::ifstream stream(folder / name, std::ios::binary);
        EXPECT_TRUE(stream) << "shared data set missing: " << folder / name;
        std::ostringstream out;
        out << stream.rdbuf();
        return out.str();
    }
};

struct Table {
    std::vector<std::string> header;
    Rows rows;
    std::vector<std::string> problems;
};

Table read(std::string text) {
    Reader reader(bytes_of(std::move(text)));
    Table table{reader.header(), {}, {}};
    Row row;
    while (reader.next(row)) {
        table.rows.emplace_back(row.cells.begin(), row.cells.end());
        table.rows.back().resize(table.header.size());
        if (row.problem) table.problems.push_back(row.problem->message);
    }
    return table;
}

/// [{"a": "1"}, …], or one object where the file has one row.
Rows rows_of(const Json& json, const std::vector<std::string>& header) {
    Rows rows;
    for (const Json& object : json.is_array() ? json.array() : Json::Array{json}) {
        rows.emplace_back();
        for (const std::string& name : header) rows.back().push_back(object[name].string());
    }
    return rows;
}

class CsvSpectrum : public SharedData, public testing::WithParamInterface<const char*> {};

TEST_P(CsvSpectrum, means_what_its_json_says) {
    std::string name = GetParam();
    Table table = read(contents("csv-edge-cases/csv-spectrum/csvs/" + name + ".csv"));
    Rows expected = rows_of(Json::parse(contents("csv-edge-cases/csv-spectrum/json/" + name + ".json")), table.header);
    EXPECT_EQ(table.rows, expected);
    EXPECT_THAT(table.problems, ElementsAre());
}

INSTANTIATE_TEST_SUITE_P(Files, CsvSpectrum,
                         testing::Values("comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
                                         "quotes_and_newlines", "simple", "simple_crlf", "utf8"));

TEST_F(SharedData, keeps_carriage_returns_within_cells) {
    std::string text;  // the copy has lost the carriage returns that its name and its JSON speak of
    for (char c : contents("csv-edge-cases/csv-spectrum/csvs/newlines_crlf.csv")) text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    Table table = read(text);
    EXPECT_EQ(table.rows, rows_of(Json::parse(contents("csv-edge-cases/csv-spectrum/json/newlines_crlf.json")), table.header));
}

TEST_F(SharedData, keeps_quotes_within_coordinates) {
    Table table = read(contents("csv-edge-cases/csv-spectrum/csvs/location_coordinates.csv"));
    ASSERT_EQ(table.rows.size(), 1u);
    Json meant = Json::parse(contents("csv-edge-cases/csv-spectrum/json/location_coordinates.json"));
    EXPECT_EQ(table.rows[0][1], meant["Location Coordinates"].string());  // its other cells are of another example
}

class Openrefine : public SharedData, public testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(Openrefine, reads_the_same_in_every_encoding) {
    std::string text = contents(std::string("csv-edge-cases/openrefine/") + GetParam().first);
    Table table = read(text);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[0][3], "Tizi Ouzou, Béjaïa, (Kaby ...");
    EXPECT_EQ(table.rows[1][10], "2002-0752");
    EXPECT_EQ(Reader(bytes_of(text)).encoding(), GetParam().second);
    EXPECT_THAT(table.problems, ElementsAre());
}

INSTANTIATE_TEST_SUITE_P(Files, Openrefine,
                         testing::Values(std::pair{"example-utf8.tsv", "UTF-8"}, std::pair{"example-latin1.tsv", "windows-1252"},
                                         std::pair{"example-utf16le-bom.tsv", "UTF-16LE"},
                                         std::pair{"example-utf16be-bom.tsv", "UTF-16BE"}));

TEST_F(SharedData, leaves_a_byte_order_mark_out_of_the_header) {
    EXPECT_THAT(read(contents("csv-edge-cases/openrefine/csv-with-bom.csv")).header, ElementsAre("ColA", "ColB"));
}

TEST_F(SharedData, reads_line_breaks_in_cells) {
    Table commas = read(contents("csv-edge-cases/openrefine/example-linebreaks-in-cells.csv"));
    ASSERT_EQ(commas.rows.size(), 2u);
    EXPECT_EQ(commas.rows[1][2], "1769");
    EXPECT_THAT(commas.rows[1][1], testing::StartsWith("Napoleon I.\nHe was"));
    Table tabs = read(contents("csv-edge-cases/openrefine/example-linebreaks-in-cells.tsv"));
    EXPECT_EQ(tabs.rows, (Rows{{"aa", "bb", "cc", "dd"}, {"ee", "f\nf", "gg", "h\nh"}}));
}

TEST_F(SharedData, reads_scraped_data_with_many_line_breaks) {
    Table table = read(contents("dedupe-examples/csv_example_messy_input.csv"));
    EXPECT_EQ(table.header.size(), 32u);
    EXPECT_EQ(table.rows.size(), 3337u);
    EXPECT_THAT(table.problems, ElementsAre());
    for (std::size_t i = 0; i < table.rows.size(); ++i) ASSERT_EQ(table.rows[i][0], std::to_string(i));
}

TEST_F(SharedData, reads_quoted_cells_with_blanks_in_front) {
    Table table = read(contents("dedupe-examples/restaurant-nophone-training.csv"));
    ASSERT_EQ(table.rows.size(), 864u);
    EXPECT_THAT(table.rows[0], ElementsAre("arnie morton's of chicago", "435 s. la cienega blv.", "los angeles", "american", " '0'"));
    EXPECT_THAT(table.problems, ElementsAre());
}

TEST_F(SharedData, gives_naughty_strings_back_byte_for_byte) {
    const Json strings = Json::parse(contents("naughty-strings/blns.json"));
    std::string file;
    Writer writer([&](std::string_view piece) { file += piece; });
    writer.row({"string", "again"});
    for (const Json& string : strings.array()) writer.row({string.string(), string.string()});
    writer.flush();
    Table table = read(file);
    ASSERT_EQ(table.rows.size(), strings.array().size());
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        EXPECT_THAT(table.rows[i], ElementsAre(strings.array()[i].string(), strings.array()[i].string()));
}

}  // namespace
}  // namespace rapport::documents::csv
