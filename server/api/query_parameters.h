#pragma once

#include <span>
#include <string_view>

namespace rapport::api {

/// What an operation takes in its address, as the API's description tells it.
struct QueryParameter {
    std::string_view name;
    std::string_view type;  // of JSON
    std::string_view description;
};

/// None for an operation that takes none.
std::span<const QueryParameter> query_parameters(std::string_view operation);

}  // namespace rapport::api
