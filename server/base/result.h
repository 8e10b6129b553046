#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/failure.h"

namespace rapport {

/// For parsers, normalisers and import cells: an answer, or the one problem that stands in its way.
template <class T>
using Result = tl::expected<T, Problem>;

inline tl::unexpected<Problem> problem(std::string_view code, std::string_view message, std::string_view field = {}) {
    return tl::unexpected<Problem>(Problem{std::string(field), std::string(code), std::string(message)});
}

/// The answer, or its problem thrown as an Invalid Failure.
template <class T>
T value_or_throw(Result<T> result) {
    if (!result) throw invalid_field(result.error());
    return *std::move(result);
}

}  // namespace rapport
