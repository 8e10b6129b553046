#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "app/workspace.h"
#include "base/failure.h"
#include "bench/baseline.h"

/// rapport_baseline serve FOLDER PORT | rapport_baseline insert FOLDER ROWS; the environment's RAPPORT_DATABASE names another database.
int main(int count, char** words) {
    using namespace rapport;
    if (count != 4) {
        std::cerr << "Usage: rapport_baseline serve FOLDER PORT | insert FOLDER ROWS\n";
        return 2;
    }
    try {
        const char* url = std::getenv("RAPPORT_DATABASE");
        auto database = app::open_database({words[2], url ? url : ""});
        std::int64_t number = std::strtoll(words[3], nullptr, 10);
        if (std::string_view(words[1]) == "serve") bench::serve_handwritten(*database, static_cast<std::uint16_t>(number));
        else std::cout << fmt::format("{:.0f}\n", bench::insert_raw(*database, number));
        return 0;
    } catch (const Failure& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
