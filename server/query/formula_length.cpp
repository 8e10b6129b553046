#include "query/formula_length.h"

#include <algorithm>

#include "base/text.h"

namespace rapport::query {
namespace {

using Operation = FormulaOperation;

constexpr std::int64_t longest_written = 40;       // a number, date or moment
constexpr std::int64_t longest_unlimited = 10'000;  // fields whose length nobody sets: several options, ids
constexpr std::int64_t beyond = 1'000'000'000'000;  // no need to count further

/// How long the text that a node itself makes can be.
class Lengths {
public:
    explicit Lengths(const std::vector<FieldPath>& paths) : paths_(paths) {}

    std::int64_t of(const FormulaNode& node) {
        std::vector<std::int64_t> parts;
        for (const FormulaNode& part : node.parts) parts.push_back(of(part));
        std::int64_t length = node.type == FormulaType::Text ? std::min(made_by(node, parts), beyond) : 0;
        longest_ = std::max(longest_, length);
        return length;
    }
    std::int64_t longest() const { return longest_; }

private:
    std::int64_t made_by(const FormulaNode& node, const std::vector<std::int64_t>& parts) const {
        switch (node.operation) {
            case Operation::Constant: return node.value.is_text() ? static_cast<std::int64_t>(text::length(node.value.text())) : 0;
            case Operation::Field: return length_of(*paths_[static_cast<std::size_t>(node.path)].back());
            case Operation::If: return std::max(parts[1], parts[2]);
            case Operation::Concatenate: {
                std::int64_t sum = 0;
                for (std::int64_t part : parts) sum += part;
                return sum;
            }
            case Operation::Left:
            case Operation::Right: return cut(parts[0], node.parts[1]);
            case Operation::Middle: return cut(parts[0], node.parts[2]);
            case Operation::Substitute: {
                // Every occurrence of the old text may become the new one; one that is not known may be a single letter.
                std::int64_t old = node.parts[1].is_constant() ? std::max<std::int64_t>(parts[1], 1) : 1;
                return parts[0] / old * std::max(old, parts[2]) + old;
            }
            case Operation::TextOfNumber:
            case Operation::TextOfDate:
            case Operation::TextOfDateTime: return longest_written;
            // One letter may have two capitals.
            case Operation::Upper:
            case Operation::Lower: return 2 * parts[0];
            default: return parts.empty() ? 0 : *std::max_element(parts.begin(), parts.end());
        }
    }

    static std::int64_t cut(std::int64_t length, const FormulaNode& count) {
        return count.is_constant() ? std::min(length, std::max<std::int64_t>(count.value.integer_or(0), 0)) : length;
    }

    static std::int64_t length_of(const metadata::Field& field) { return field.length > 0 ? static_cast<std::int64_t>(field.length) : longest_unlimited; }

    const std::vector<FieldPath>& paths_;
    std::int64_t longest_ = 0;
};

}  // namespace

std::int64_t longest_text(const FormulaNode& node, const std::vector<FieldPath>& paths) {
    Lengths lengths(paths);
    lengths.of(node);
    return lengths.longest();
}

}  // namespace rapport::query
