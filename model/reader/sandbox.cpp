// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/sandbox.h"

#include "model/reader/landlock.h"
#include "model/reader/system_calls.h"

#include <algorithm>
#include <utility>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace model::reader {
namespace {

bool limit(__rlimit_resource resource, qint64 value)
{
    const auto most = static_cast<rlim_t>(value);
    const rlimit limits{most, most};
    return setrlimit(resource, &limits) == 0;
}

bool limitResources(qint64 memoryBytes)
{
    constexpr qint64 descriptors = 32;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    // The shadow memory of a sanitizer needs address space without end: carveout-reader watches resident memory
    // instead.
    Q_UNUSED(memoryBytes)
    const bool memory = true;
#else
    const bool memory = limit(RLIMIT_AS, memoryBytes);
#endif
    return memory && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, descriptors) &&
           limit(RLIMIT_NPROC, 0) && limit(RLIMIT_MEMLOCK, 0) && limit(RLIMIT_MSGQUEUE, 0);
}

bool closeAllBut(int document, int session)
{
    constexpr unsigned afterStandard = 3;
    const auto first = static_cast<unsigned>(std::min(document, session));
    const auto last = static_cast<unsigned>(std::max(document, session));
    const auto closeFromTo = [](unsigned from, unsigned to) { return from > to || close_range(from, to, 0) == 0; };
    return first >= afterStandard && closeFromTo(afterStandard, first - 1) && closeFromTo(first + 1, last - 1) &&
           closeFromTo(last + 1, ~0U);
}

} // namespace

Sandbox::Sandbox(NeededFiles files)
    : m_files(std::move(files))
    , m_rules(landlockRules(m_files.readable))
{
}

SandboxMode Sandbox::modeFor(const OpenRequest &request) const
{
    return request.useLandlock && m_rules.isOpen() ? SandboxMode::Landlock : SandboxMode::NoFiles;
}

void Sandbox::prepareFor(const OpenRequest &request)
{
    if (modeFor(request) == SandboxMode::NoFiles && m_files.hold)
        m_heldBytes = m_files.hold();
}

std::optional<SandboxMode> Sandbox::enter(const OpenRequest &request, int document, int session) const
{
    const SandboxMode mode = modeFor(request);
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return std::nullopt;
    if (!limitResources(request.limits.memoryBytes + m_heldBytes))
        return std::nullopt;
    if (mode == SandboxMode::Landlock && !obeyLandlock(m_rules))
        return std::nullopt;
    if (mode == SandboxMode::NoFiles && m_files.openHeldOnly)
        m_files.openHeldOnly();
    if (!closeAllBut(document, session) || !restrictReader(mode))
        return std::nullopt;
    return mode;
}

} // namespace model::reader
