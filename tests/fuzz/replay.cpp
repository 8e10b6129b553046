#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// What tests/fuzz/run writes: printable ASCII, everything else (and the backslash) as \xNN.
std::string unescaped(const std::string& line) {
    std::string bytes;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\') {
            bytes += line[i];
        } else {
            bytes += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
            i += 3;
        }
    }
    return bytes;
}

}  // namespace

/// Meets every line of a corpus; a line that is not met well ends the program.
int main(int count, char** arguments) {
    std::ifstream corpus(count == 2 ? arguments[1] : "");
    std::size_t inputs = 0;
    for (std::string line; std::getline(corpus, line); ++inputs) {
        std::string bytes = unescaped(line);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    }
    std::cout << inputs << " inputs\n";
    return inputs > 0 ? 0 : 1;
}
