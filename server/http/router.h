#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/failure.h"
#include "http/message.h"

namespace rapport::http {

/// What a pattern such as "/records/{object}/{id}" found.
class PathParameters {
public:
    using Values = std::vector<std::pair<std::string_view, std::string>>;  // the names live in the router

    void add(std::string_view name, std::string_view value) { values_.emplace_back(name, value); }
    Values::const_iterator find(std::string_view name) const {
        return std::find_if(values_.begin(), values_.end(), [&](const auto& value) { return value.first == name; });
    }
    Values::const_iterator end() const { return values_.end(); }
    /// The route's own pattern has this name; anything else is a bug.
    const std::string& at(std::string_view name) const {
        auto found = find(name);
        ensure(found != end(), "a path parameter that the route's pattern names");
        return found->second;
    }

private:
    Values values_;
};

/// Finds the entry of a route table for a method and path. `Entry` is the application's own.
///
/// Where several patterns fit, the one that was added first counts. HEAD is answered by the entry for GET.
/// An empty part of a path fits no parameter.
template <class Entry>
class Router {
public:
    struct Match {
        const Entry* entry = nullptr;  // null: no such path, or (allowed not empty) not with this method
        PathParameters parameters;
        std::vector<Method> allowed;  // the methods this path has, when it has none for the request's
    };

    void add(Method method, std::string_view pattern, Entry entry) {
        Route route{method, {}, std::move(entry)};
        Parts parts = split(pattern).value();
        for (std::size_t i = 0; i < parts.count; ++i) {
            std::string_view part = parts.text[i];
            bool named = part.starts_with('{') && part.ends_with('}');
            route.parts.push_back({named, std::string(named ? part.substr(1, part.size() - 2) : part)});
        }
        routes_.push_back(std::move(route));
    }

    Match find(Method method, std::string_view path) const {
        Match match;
        auto parts = split(path);
        if (!parts) return match;
        Method wanted = method == Method::Head ? Method::Get : method;
        for (const Route& route : routes_) {
            if (!fits(route, *parts)) continue;
            if (route.method != wanted) {
                match.allowed.push_back(route.method);
                continue;
            }
            for (std::size_t i = 0; i < parts->count; ++i) {
                if (route.parts[i].is_parameter) match.parameters.add(route.parts[i].text, parts->text[i]);
            }
            match.entry = &route.entry;
            match.allowed.clear();
            return match;
        }
        return match;
    }

private:
    struct PatternPart {
        bool is_parameter;
        std::string text;  // or the parameter's name
    };
    struct Route {
        Method method;
        std::vector<PatternPart> parts;
        Entry entry;
    };
    static constexpr std::size_t most_parts = 16;
    struct Parts {
        std::array<std::string_view, most_parts> text;
        std::size_t count = 0;
    };

    /// Nothing when there are more parts than any pattern has.
    static std::optional<Parts> split(std::string_view path) {
        Parts parts;
        while (!path.empty()) {
            if (parts.count == most_parts) return std::nullopt;
            if (path.starts_with('/')) path.remove_prefix(1);
            std::string_view part = path.substr(0, path.find('/'));
            parts.text[parts.count++] = part;
            path.remove_prefix(part.size());
        }
        return parts;
    }

    static bool fits(const Route& route, const Parts& parts) {
        if (route.parts.size() != parts.count) return false;
        for (std::size_t i = 0; i < parts.count; ++i) {
            const PatternPart& wanted = route.parts[i];
            if (wanted.is_parameter ? parts.text[i].empty() : wanted.text != parts.text[i]) return false;
        }
        return true;
    }

    std::vector<Route> routes_;
};

}  // namespace rapport::http
