// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case_frame.h"
#include "ui/common/status_line.h"
#include "ui/matrix/matrix_place.h"
#include "ui/page/page_view.h"
#include "ui/review/read_place.h"
#include "ui/search/find_box.h"
#include "ui/search/hit_panel.h"
#include "ui/settings/register_page.h"

/// The way that the reporter went through the case, back and forward.
namespace ui {

CaseFrame::Step::Step(CaseFrame &frame)
    : m_frame(frame)
{
    const Spot here = frame.spot();
    // Where nothing was shown nobody wants to go back to.
    const bool isEmpty = here.place == Place::Read && !here.document;
    if (frame.m_stepping++ == 0 && !isEmpty)
        frame.m_history.leave(here);
}

CaseFrame::Step::~Step()
{
    --m_frame.m_stepping;
}

Spot CaseFrame::spot() const
{
    Spot here{place()};
    switch (here.place) {
    case Place::Read:
        here.document = m_read->documentInView();
        here.page = m_read->view().place();
        here.query = m_read->hits().query();
        break;
    case Place::Matrix:
        here.cell = m_matrix->chosenFinding();
        break;
    case Place::Register:
        here.subject = m_register->chosen();
        break;
    case Place::Timeline:
    case Place::Case:
    case Place::Decisions:
        break;
    }
    return here;
}

void CaseFrame::goTo(const Spot &there)
{
    ++m_stepping; // a way that was gone already
    goTo(there.place);
    if (there.place == Place::Read && there.document) {
        if (!there.query.isEmpty() && there.query != m_read->hits().query()) {
            m_search->setText(there.query);
            m_read->search(there.query);
        }
        m_read->openPlace(*there.document, there.page);
    } else if (there.cell && there.cell != m_matrix->chosenFinding()) {
        m_matrix->chooseFinding(*there.cell);
    } else if (there.subject && there.subject != m_register->chosen()) {
        m_register->choose(*there.subject);
    }
    --m_stepping;
}

void CaseFrame::goBack()
{
    if (const auto there = m_history.back(spot()))
        goTo(*there);
    else
        m_status->say(tr("This is where you began; there is nothing to go back to."));
}

void CaseFrame::goForward()
{
    if (const auto there = m_history.forward(spot()))
        goTo(*there);
    else
        m_status->say(tr("There is nothing to go forward to."));
}

void CaseFrame::leavePlace()
{
    if (const auto there = m_history.backToOtherPlace(spot()))
        goTo(*there);
    else if (place() != Place::Read)
        goTo(Place::Read);
}

} // namespace ui
