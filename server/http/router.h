#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace rapport::http {

/// What a pattern such as "/records/{object}/{id}" found.
using PathParameters = std::map<std::string, std::string, std::less<>>;

/// Finds the entry of a route table for a method and path. `Entry` is the application's own.
template <class Entry>
class Router {
public:
    struct Match {
        const Entry* entry = nullptr;       // null: no such path, or (allowed not empty) not with this method
        PathParameters parameters;
        std::vector<Method> allowed;
    };

    void add(Method method, std::string_view pattern, Entry entry) {
        routes_.push_back({method, split(pattern), std::move(entry)});
    }

    Match find(Method method, std::string_view path) const {
        Match match;
        auto parts = split(path);
        for (const Route& route : routes_) {
            auto parameters = match_parts(route.parts, parts);
            if (!parameters) continue;
            match.allowed.push_back(route.method);
            if (route.method != method || match.entry) continue;
            match.entry = &route.entry;
            match.parameters = std::move(*parameters);
        }
        return match;
    }

private:
    struct Route {
        Method method;
        std::vector<std::string> parts;
        Entry entry;
    };

    static std::vector<std::string> split(std::string_view path) {
        std::vector<std::string> parts;
        while (!path.empty()) {
            path.remove_prefix(path.front() == '/' ? 1 : 0);
            auto end = path.find('/');
            parts.emplace_back(path.substr(0, end));
            path = end == std::string_view::npos ? std::string_view() : path.substr(end);
        }
        return parts;
    }

    static std::optional<PathParameters> match_parts(const std::vector<std::string>& pattern, const std::vector<std::string>& parts) {
        if (pattern.size() != parts.size()) return std::nullopt;
        PathParameters parameters;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            bool named = pattern[i].size() > 2 && pattern[i].front() == '{';
            if (named) parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), parts[i]);
            else if (pattern[i] != parts[i]) return std::nullopt;
        }
        return parameters;
    }

    std::vector<Route> routes_;
};

}  // namespace rapport::http
