// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/period.h"

#include <QWidget>

#include <optional>

class QLineEdit;

namespace ui::matrix {

/// Two lines for the ends of a period. Enter in the first goes on to the second, and from there leaves; a whole period
/// typed into the first leaves at once.
class PeriodLine final : public QWidget {
    Q_OBJECT
public:
    explicit PeriodLine(QWidget *parent = nullptr);

    void showPeriod(const model::Period &period); ///< but not over what is just being typed
    void forgetTyped();                           ///< what is shown next takes the place of it
    void focusBeginning();
    void focusEnd();

Q_SIGNALS:
    void said(const model::Period &period); ///< another than is shown
    void left();
    void problem(const QString &sentence); ///< what is typed is no period

private:
    bool take(); ///< false where what is typed is no period
    std::optional<model::Period> typed() const;
    bool hasWholePeriod() const; ///< in the line of its beginning

    model::Period m_shown;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
};

} // namespace ui::matrix
