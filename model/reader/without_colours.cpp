// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/without_colours.h"

#include <cstdint>

#include <dlfcn.h>

namespace {

bool active = false;

} // namespace

namespace model::reader {

WithoutColours::WithoutColours()
{
    active = true;
}

WithoutColours::~WithoutColours()
{
    active = false;
}

bool WithoutColours::causes(const QString &complaint)
{
    return active && complaint.endsWith(QLatin1String("Can't create transform"));
}

} // namespace model::reader

// As in lcms2.h, which is needed for nothing else.
extern "C" __attribute__((visibility("default"))) void *cmsCreateTransform(void *input, std::uint32_t inputFormat,
                                                                           void *output, std::uint32_t outputFormat,
                                                                           std::uint32_t intent, std::uint32_t flags);

void *cmsCreateTransform(void *input, std::uint32_t inputFormat, void *output, std::uint32_t outputFormat,
                         std::uint32_t intent, std::uint32_t flags)
{
    if (active)
        return nullptr;
    using Create = void *(*)(void *, std::uint32_t, void *, std::uint32_t, std::uint32_t, std::uint32_t);
    static const auto next = reinterpret_cast<Create>(dlsym(RTLD_NEXT, "cmsCreateTransform"));
    return next ? next(input, inputFormat, output, outputFormat, intent, flags) : nullptr;
}
