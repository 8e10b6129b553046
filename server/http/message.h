#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

struct Header {
    std::string name;
    std::string value;
};

struct Request {
    Method method = Method::Get;
    std::string target;  // as sent: "/api/v1/records/account?limit=5"
    std::string path;    // percent-decoded, without the query: "/api/v1/records/account"
    std::vector<std::pair<std::string, std::string>> query;  // percent-decoded, in the order sent
    std::vector<Header> headers;
    std::string body;
    std::string remote_address;

    /// The first header of that name, in any case; empty when absent.
    std::string_view header(std::string_view name) const;
    std::optional<std::string_view> parameter(std::string_view name) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    /// When set, the body comes in pieces (chunked): called again and again on a worker, until it answers false.
    std::function<bool(std::string& piece)> stream;

    void set(std::string name, std::string value) { headers.push_back({std::move(name), std::move(value)}); }
    static Response json(int status, std::string body);
    static Response text(int status, std::string body);
};

std::string percent_decode(std::string_view text);
std::string percent_encode(std::string_view text);

}  // namespace rapport::http
